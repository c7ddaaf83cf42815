import pytest

from walktrack.services.undo import Deed, DeedKind, UndoStack


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
