package io.tanshi.exam;

import io.tanshi.programme.SittingId;

/** How strictly each sitting is locked. Fixed from its opening on. */
public interface Lockdowns {

    LockdownLevel of(SittingId sitting);
}
