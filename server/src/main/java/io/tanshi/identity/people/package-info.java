/** Opens personal data: names, identity numbers, phones, photos, and the accounts of candidates. */
@NamedInterface("people")
@NullMarked
package io.tanshi.identity.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
