@NullMarked
package io.tanshi.notification.template;

import org.jspecify.annotations.NullMarked;
