/** The trial of a machine, days before the exam (试机). */
@NullMarked
package io.tanshi.delivery.lockdown.trial;

import org.jspecify.annotations.NullMarked;
