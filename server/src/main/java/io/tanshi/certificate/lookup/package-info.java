/** The public look-up: plain pages made by the server, without account and without script. */
@NullMarked
package io.tanshi.certificate.lookup;

import org.jspecify.annotations.NullMarked;
