/** How every answer to a browser looks: problems, request ids, the built web apps. */
@NullMarked
package io.tanshi.platform.web;

import org.jspecify.annotations.NullMarked;
