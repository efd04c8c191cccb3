package io.tanshi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.fixtures.Property;
import io.tanshi.fixtures.Seeded;
import io.tanshi.kernel.ResidentId.Defect;
import io.tanshi.kernel.ResidentId.Invalid;
import io.tanshi.kernel.ResidentId.Reading;
import io.tanshi.kernel.ResidentId.Sex;
import io.tanshi.kernel.ResidentId.Valid;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResidentIdTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 19);
    private static final String STANDARD_EXAMPLE = "11010519491231002X";

    @Test
    void theExampleOfTheStandardIsValid() {
        ResidentId id = new ResidentId(STANDARD_EXAMPLE);
        assertThat(id.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(id.sex()).isEqualTo(Sex.FEMALE);
        assertThat(id.region()).isEqualTo("北京");
        assertThat(id.ageOn(LocalDate.of(2026, 12, 30))).isEqualTo(76);
        assertThat(id.ageOn(LocalDate.of(2026, 12, 31))).isEqualTo(77);
    }

    @Test
    void aNumberIsNeverShownWhole() {
        assertThat(new ResidentId(STANDARD_EXAMPLE).masked()).isEqualTo("1101**********002X");
        assertThat(new ResidentId(STANDARD_EXAMPLE).toString()).doesNotContain("1949");
        assertThat(ResidentId.mask("12345678")).isEqualTo("********");
        assertThat(ResidentId.mask("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1101051949123100, LENGTH",
        "110105491231002, LENGTH",
        "11010519491231002x, LENGTH",
        "1101051949123100２X, LENGTH",
        "99010519491231002X, REGION",
        "11010519490230002X, BIRTH_DATE",
        "110105202612190027, BIRTH_DATE",
        "110105194912310021, CHECK_CHARACTER"
    })
    void theFirstFailingCheckIsTold(String number, Defect defect) {
        assertThat(ResidentId.read(number, AS_OF)).isEqualTo(new Invalid(defect));
    }

    @Test
    void aResidencePermitHasTheSameForm() {
        String first17 = "81000019900101001";
        assertThat(ResidentId.read(first17 + ResidentId.checkCharacter(first17), AS_OF))
                .isInstanceOf(Valid.class);
    }

    @Test
    void aWrongNumberCannotBeMade() {
        assertThatThrownBy(() -> new ResidentId("110105194912310021")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyWellMadeNumberIsReadBack() {
        Property.check(seeded -> {
            LocalDate birth = seeded.day(LocalDate.of(1920, 1, 1), AS_OF.minusDays(1));
            String number = number(seeded, birth);
            Reading reading = ResidentId.read(number, AS_OF);
            assertThat(reading).isInstanceOf(Valid.class);
            ResidentId id = ((Valid) reading).id();
            assertThat(id.birthDate()).isEqualTo(birth);
            assertThat(id.sex()).isEqualTo((number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE);
            assertThat(id.region()).isNotEmpty();
        });
    }

    @Test
    void anySingleWrongDigitIsNoticed() {
        Property.check(seeded -> {
            char[] number = number(seeded, seeded.day(LocalDate.of(1950, 1, 1), LocalDate.of(2005, 12, 31)))
                    .toCharArray();
            int at = seeded.between(0, 16);
            number[at] = (char) ('0' + (number[at] - '0' + seeded.between(1, 9)) % 10);
            assertThat(ResidentId.read(new String(number), AS_OF)).isInstanceOf(Invalid.class);
        });
    }

    @Test
    void twoNeighboursSwappedAreNoticed() {
        Property.check(seeded -> {
            char[] number = number(seeded, seeded.day(LocalDate.of(1950, 1, 1), LocalDate.of(2005, 12, 31)))
                    .toCharArray();
            int at = seeded.between(0, 15);
            char first = number[at];
            number[at] = number[at + 1];
            number[at + 1] = first;
            boolean same = number[at] == first;
            assertThat(ResidentId.read(new String(number), AS_OF) instanceof Valid)
                    .isEqualTo(same);
        });
    }

    @Test
    void noTextBreaksTheReading() {
        Property.check(seeded -> {
            String text = seeded.digits(seeded.between(0, 25)) + seeded.pick("", "X", "x", "·", "𠮷", "\n");
            assertThat(ResidentId.read(text, AS_OF)).isNotNull();
        });
    }

    private static String number(Seeded seeded, LocalDate birth) {
        String first17 = seeded.pick("11", "31", "44", "50", "65", "71", "82")
                + seeded.digits(4)
                + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + seeded.digits(3);
        return first17 + ResidentId.checkCharacter(first17);
    }
}
