"""What is true about one walk, told by somebody with a perfect watch who never saw our clocks."""

from dataclasses import dataclass, field

from walktrack.domain.moment import Moment
from walktrack.domain.stopwatch import Doubt
from walktrack.domain.walk import WalkState

HOUR = 3_600_000
BEAT = 15_000
SLEEP = 60_000
LONG = 4 * HOUR
WATCHED = frozenset({WalkState.RUNNING, WalkState.REVIEW})


@dataclass
class Truth:
    """One walk in true milliseconds.

    `spans` are the times for certain walked, counted from the start. `since_sign` has passed
    since the last sign of life, `slept` of it asleep. In doubt is what lies between the last span
    and `asked`, when the question was last put; `fresh` of `since_sign` and more has passed since.
    Only over a restart of the computer must the wall clock be believed, with what it was set by
    hand since the last sign of life (`jump`). `steps` counts what happened besides signs of life.
    An answer is as good as a sign of life until it is forgotten; `held` is what passed before it.
    """

    id: str
    start: Moment
    state: WalkState = WalkState.RUNNING
    spans: list[tuple[int, int]] = field(default_factory=list)
    age: int = 0
    since_sign: int = 0
    slept: int = 0
    jump: int = 0
    doubtful: int = 0
    fresh: int = 0
    asked_at: int = 0
    doubt: Doubt | None = None
    left: bool = False
    rebooted: bool = False
    note: str = ""
    offset: int = 0
    steps: int = 0
    held: tuple[int, int, int] = (0, 0, 0)

    @property
    def counted(self):
        return sum(end - begin for begin, end in self.spans)

    @property
    def walked(self):
        return self.counted + (self.since_sign if self.state is WalkState.RUNNING else 0)

    @property
    def ended(self):
        """When walking ended, counted from the start."""
        return self.spans[-1][1] if self.spans else 0

    # What time does

    def passes(self, ms, *, asleep=False):
        self.age += ms
        if self.state in WATCHED:
            self.since_sign += ms
            self.slept += ms if asleep else 0

    def clock_set(self, ms):
        self.jump += ms

    def power_cut(self, ms):
        """Let the computer be off for a while: its wall clock says for how long."""
        self.rebooted, self.left = True, False
        if self.state in WATCHED:
            believed = max(0, self.since_sign + ms + self.jump)
            self.age += believed - self.since_sign
            self.since_sign, self.slept = believed, 0

    # What the program sees of it

    def looked_at(self, offset, *, restarted=False):
        """Let the program look: it asks, or stores a sign of life when one is due."""
        doubt = self._doubt(restarted=restarted)
        if doubt:
            self.asked(doubt)
        elif self.left if restarted else self.state in WATCHED and self.since_sign >= BEAT:
            self.sign(offset)

    def _doubt(self, *, restarted):
        if self.state not in WATCHED:
            return None
        if restarted and not self.left:
            return Doubt.CRASH
        if self.slept >= SLEEP:
            return Doubt.SLEEP
        if self.state is WalkState.RUNNING and self.walked - self.asked_at >= LONG:
            return Doubt.LONG
        return None

    def asked(self, doubt):
        """Have a question put, or put once more."""
        self.steps += 1
        known = self.doubtful + self.fresh if self.state is WalkState.REVIEW else 0
        self.doubtful, self.fresh = known + self.since_sign, 0
        self.state, self.doubt = WalkState.REVIEW, doubt
        self._seen()

    def sign(self, offset):
        """Have a sign of life stored."""
        if self.state is WalkState.REVIEW:
            self.fresh += self.since_sign
        elif self.state is WalkState.RUNNING:
            self._walked(self.since_sign, offset)
        self._seen()

    def _walked(self, ms, offset):
        if ms:
            self.spans.append((self.age - ms, self.age))
            self.offset = offset

    def _seen(self):
        self.since_sign = self.slept = self.jump = 0
        self.held = (0, 0, 0)
        self.left = False

    # What the person does

    def closes_the_window(self, offset):
        self.sign(offset)
        self.left = self.state is WalkState.RUNNING

    def pauses(self, offset):
        self.steps += 1
        self.sign(offset)
        self.state = WalkState.PAUSED

    def resumes(self):
        self.steps += 1
        self.state = WalkState.RUNNING
        self._seen()

    def finishes(self, offset):
        self.steps += 1
        self.sign(offset)
        self.state = WalkState.DONE

    def goes_on(self, offset, *, keep):
        """Answer that walking goes on, with or without the time in doubt."""
        self.steps += 1
        new = self.fresh + self.since_sign
        self._walked(new + (self.doubtful if keep else 0), offset)
        self.state, self.doubt, self.asked_at = WalkState.RUNNING, None, self.counted
        held = self.since_sign, self.slept, self.jump
        self._seen()
        self.held = held

    def stopped(self, ago=None):
        """Answer that walking ended so many milliseconds ago, or at the last sign of life."""
        if ago is not None:
            since = self.age - self.doubtful - self.fresh - self.since_sign
            until = self.age - ago
            spans = [*self.spans, (since, self.age)]
            self.spans = [(a, min(b, until)) for a, b in spans if a < until]
        self.state = WalkState.DONE

    def taken_back(self):
        """Undo a discard: after a minute there is a question."""
        if self.state is WalkState.RUNNING and self.since_sign >= SLEEP:
            self.asked(Doubt.ASIDE)

    def asked_again(self):
        """Undo an answer that ended it: after a minute all the time since is in doubt."""
        if self.since_sign >= SLEEP:
            self.asked(self.doubt)

    def not_answered(self, asked):
        """Undo that walking goes on: all is as it was when it was `asked`, but time has passed."""
        since_sign, slept, jump = self.held
        self.since_sign += since_sign
        self.slept += slept
        self.jump += jump
        self.held = (0, 0, 0)
        found = asked.age - asked.fresh - asked.since_sign
        self.fresh = self.age - found - self.since_sign
        self.state, self.doubt, self.doubtful = WalkState.REVIEW, asked.doubt, asked.doubtful
        self.spans, self.asked_at, self.offset = list(asked.spans), asked.asked_at, asked.offset
        self.steps = asked.steps
