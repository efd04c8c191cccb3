/** Signs certificates as PDF (PAdES baseline B) and checks the signature of a file that somebody presents. */
@NullMarked
package io.tanshi.certificate.signature;

import org.jspecify.annotations.NullMarked;
