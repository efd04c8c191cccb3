/** Commands of the launcher that run without a server; modules contribute theirs through the service loader. */
@NamedInterface("cli")
@NullMarked
package io.tanshi.platform.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
