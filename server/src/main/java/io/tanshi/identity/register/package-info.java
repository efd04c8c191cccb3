/**
 * The person through the modules: what each of them holds of a person, exports, moves and erases. Ports that the modules
 * above implement, and the facts they hear.
 */
@NamedInterface("register")
@NullMarked
package io.tanshi.identity.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
