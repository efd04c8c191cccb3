/** Safe Exam Browser: its configuration file and the keys by which it proves itself. */
@NullMarked
package io.tanshi.delivery.lockdown.seb;

import org.jspecify.annotations.NullMarked;
