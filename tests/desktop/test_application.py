"""The program as a whole: what it does once its window is shown."""

import gc


def test_what_is_there_after_the_start_is_not_gone_through_for_garbage_again(app):
    assert gc.get_freeze_count() > 1000
