import pytest

from walktrack.services.undo import Deed, DeedKind, HinderedError, Hindrance, UndoStack, announced


@pytest.fixture
def stack():
    made = UndoStack()
    made.told = []
    made.listen(made.told.append)
    return made


def deed(done, name, kind=DeedKind.WALK_REMOVED):
    return Deed(kind, lambda: done.append(name))


def test_the_last_deed_goes_first_and_each_once(stack):
    done = []
    first, second = deed(done, "first"), deed(done, "second", DeedKind.RATING_ADDED)
    stack.push(first)
    stack.push(second)
    assert stack.told == [first, second]
    assert stack.last is second
    assert stack.undo() is second
    assert stack.undo() is first
    assert stack.undo() is None
    assert done == ["second", "first"]
    assert stack.last is None


def test_a_deed_that_cannot_be_taken_back_stays(stack):
    tries = []

    def back():
        tries.append(1)
        if len(tries) == 1:
            raise OSError("no disk")

    stack.push(Deed(DeedKind.WALK_EDITED, back))
    with pytest.raises(OSError, match="no disk"):
        stack.undo()
    assert stack.last is not None
    assert stack.undo().kind is DeedKind.WALK_EDITED


def test_what_is_done_while_undoing_does_not_confuse_it(stack):
    other = deed([], "other")
    first = Deed(DeedKind.WALK_ADDED, lambda: stack.push(other))
    stack.push(first)
    assert stack.undo() is first
    assert stack.last is other


def to_and_fro(said, there, back):
    """Return the way back, which leads to the way there."""

    def turn():
        said.append(back)
        return to_and_fro(said, back, there)

    return turn


def test_there_and_back_as_often_as_one_likes(stack):
    said = []
    for name in "ab":
        stack.push(Deed(DeedKind.WALK_ADDED, to_and_fro(said, name, f"un{name}")))
    for verb in (stack.undo, stack.undo, stack.redo, stack.undo, stack.redo, stack.redo):
        assert verb()
    assert said == ["unb", "una", "a", "una", "a", "b"]
    assert stack.redo() is None
    assert len(stack.told) == 2


def test_a_new_deed_clears_what_could_be_done_again(stack):
    stack.push(Deed(DeedKind.WALK_ADDED, to_and_fro([], "a", "b")))
    stack.undo()
    assert stack.next
    stack.push(deed([], "new"))
    assert stack.next is None
    assert stack.redo() is None


def test_to_start_over_forgets_both_ways(stack):
    for _ in range(2):
        stack.push(Deed(DeedKind.WALK_ADDED, to_and_fro([], "a", "b")))
    stack.undo()
    stack.start_over()
    assert (stack.last, stack.next) == (None, None)


def test_one_deed_can_be_taken_back_out_of_turn(stack):
    said = []
    first = Deed(DeedKind.WALK_FINISHED, to_and_fro(said, "a", "una"))
    second = Deed(DeedKind.ANSWER_GIVEN, to_and_fro(said, "b", "unb"))
    stack.push(first)
    stack.push(second)
    assert stack.undo(first) is first
    assert stack.last is second
    assert stack.undo(first) is None
    stack.redo()
    assert said == ["una", "a"]


def barred(why):
    def back():
        raise HinderedError(why)

    return Deed(DeedKind.WALK_EDITED, back)


def test_what_can_never_be_taken_back_does_not_bar_the_way_to_what_was_before(stack):
    done = []
    for each in (deed(done, "first"), barred(Hindrance.GONE), barred(Hindrance.WALK_OPEN)):
        stack.push(each)
    gone = stack._done[1]
    for which in (None, None, gone):  # this one is not the last: it may yet be possible
        with pytest.raises(HinderedError):
            stack.undo(which)
    assert len(stack._done) == 3
    stack._done.pop()
    with pytest.raises(HinderedError):
        stack.undo()
    assert stack.undo().kind is DeedKind.WALK_REMOVED
    assert done == ["first"]


def test_each_way_is_announced_once_it_was_gone(stack):
    said = []
    stack.push(
        Deed(DeedKind.WALK_ADDED, announced(to_and_fro(said, "a", "b"), lambda: said.append("!")))
    )
    stack.undo()
    stack.redo()
    assert said == ["b", "!", "a", "!"]
