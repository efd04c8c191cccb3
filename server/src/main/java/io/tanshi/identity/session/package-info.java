/** Who acts: the signed-in account, its roles, and who may call which handler. Opaque ids only. */
@NamedInterface("session")
@NullMarked
package io.tanshi.identity.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
