@NullMarked
package io.tanshi.programme.conditions;

import org.jspecify.annotations.NullMarked;
