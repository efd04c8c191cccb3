/** One attempt from entry to receipt: the candidate's requests, the rules of time, the answer log. */
@NullMarked
package io.tanshi.delivery.runner;

import org.jspecify.annotations.NullMarked;
