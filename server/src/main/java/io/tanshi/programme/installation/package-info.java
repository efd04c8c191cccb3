/** Brings the shipped programme, calendar and sittings in when the application starts, with or without demo. */
@NullMarked
package io.tanshi.programme.installation;

import org.jspecify.annotations.NullMarked;
