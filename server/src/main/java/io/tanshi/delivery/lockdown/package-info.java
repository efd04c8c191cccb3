/** The lock on the candidates' machines in the exam hour: proof of the locked browser, evidence, exemptions. */
@NullMarked
package io.tanshi.delivery.lockdown;

import org.jspecify.annotations.NullMarked;
