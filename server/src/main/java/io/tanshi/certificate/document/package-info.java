/** Draws the certificate: two pages in A4 landscape, measured in the pixels of the design (96 to the inch). */
@NullMarked
package io.tanshi.certificate.document;

import org.jspecify.annotations.NullMarked;
