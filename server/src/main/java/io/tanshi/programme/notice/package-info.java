/** What everyone may read of the programme: conditions, paper, fee and the next sitting with its dates. */
@NullMarked
package io.tanshi.programme.notice;

import org.jspecify.annotations.NullMarked;
