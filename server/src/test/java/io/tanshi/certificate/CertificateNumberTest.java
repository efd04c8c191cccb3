package io.tanshi.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanshi.programme.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CertificateNumberTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @Test
    void theNumberOfTheDesignHasItsCheckCharacter() {
        CertificateNumber number = CertificateNumber.of(2026, Level.INTERMEDIATE, 318);

        assertThat(number.value()).isEqualTo("TS20262000318W");
        assertThat(number.printed()).isEqualTo("TS2026 2 000318 W");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TS2026 2 000318 W",
                " ts20262000318w ",
                "ＴＳ２０２６ ２ ０００３１８ Ｗ",
                "TS2026-2-000318-W",
                "TS2026\u00a02\u3000000318\u200bW"
            })
    void whatPeoplePasteIsUnderstood(String typed) {
        assertThat(CertificateNumber.read(typed)).contains(CertificateNumber.of(2026, Level.INTERMEDIATE, 318));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "陆知秋", "TS20264000318W", "TS2026200318W", "XX20262000318W", "TS20262000318WW"})
    void whatIsNoNumberIsNotRead(String typed) {
        assertThat(CertificateNumber.read(typed)).isEmpty();
    }

    @Test
    void everySingleWrongCharacterIsCaught() {
        for (int sequence = 1; sequence < 1_000_000; sequence += 7_919) {
            String right = CertificateNumber.of(2026, Level.SENIOR, sequence).value();
            for (int place = 2; place < right.length(); place++) {
                for (char wrong : ALPHABET.toCharArray()) {
                    if (wrong != right.charAt(place)) {
                        String mistyped = right.substring(0, place) + wrong + right.substring(place + 1);
                        assertThat(CertificateNumber.read(mistyped))
                                .as(mistyped)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void nearlyEverySwapOfNeighbouringDigitsIsCaught() {
        int swaps = 0;
        int missed = 0;
        for (int sequence = 1; sequence < 1_000_000; sequence += 997) {
            String right = CertificateNumber.of(2027, Level.JUNIOR, sequence).value();
            for (int place = 2; place < 12; place++) {
                char[] swapped = right.toCharArray();
                swapped[place] = right.charAt(place + 1);
                swapped[place + 1] = right.charAt(place);
                if (swapped[place] != swapped[place + 1]) {
                    swaps++;
                    missed += CertificateNumber.read(new String(swapped)).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat((double) missed / swaps).isLessThan(0.01);
    }

    @Test
    void aSequenceBeyondSixDigitsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateNumber.of(2026, Level.JUNIOR, 1_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateNumber.of(2026, Level.JUNIOR, 0));
    }
}
