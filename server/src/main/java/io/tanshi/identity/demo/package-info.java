/** What exists in the demo profile only: its accounts and the handle of its clock. */
@NullMarked
package io.tanshi.identity.demo;

import org.jspecify.annotations.NullMarked;
