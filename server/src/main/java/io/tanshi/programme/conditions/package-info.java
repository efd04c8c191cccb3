/** Conditions and papers as published data: drafts, their comparison with what is in force, and what each sitting uses. */
@NullMarked
package io.tanshi.programme.conditions;

import org.jspecify.annotations.NullMarked;
