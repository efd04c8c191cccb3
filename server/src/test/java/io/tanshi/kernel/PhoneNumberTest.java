package io.tanshi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {

    @Test
    void aMobileNumberIsReadAndMasked() {
        assertThat(PhoneNumber.read("13800001234").map(PhoneNumber::masked)).contains("138****1234");
        assertThat(PhoneNumber.mask("12345")).isEqualTo("*****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12800001234", "1380000123", "138000012345", "010-60000000", "1380000123a"})
    void otherTextsAreNone(String text) {
        assertThat(PhoneNumber.read(text)).isEmpty();
    }
}
