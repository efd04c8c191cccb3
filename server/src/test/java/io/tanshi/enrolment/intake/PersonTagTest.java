package io.tanshi.enrolment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.Property;
import io.tanshi.fixtures.Seeded;
import io.tanshi.kernel.PersonName;
import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PersonTagTest {

    @ParameterizedTest
    @CsvSource({
        "李静_44030519920708002X, 李静, 44030519920708002X",
        "李静_44030519920708002X_身份证正面, 李静, 44030519920708002X",
        "44030519920708002x 李静, 李静, 44030519920708002X",
        "阿依古丽•买买提_110105199003070025, 阿依古丽·买买提, 110105199003070025",
        "𠮷田文_310104198805120027, 𠮷田文, 310104198805120027",
        "Anna Li_310104198805120027, Anna Li, 310104198805120027",
        "李静_31010488051200, 李静, 31010488051200",
        "照片+李静, 李静, ''",
        "身份证正面, '', ''",
        "IMG_20240601, IMG, ''"
    })
    void aFileNameSaysWhoItIs(String text, String name, String number) {
        assertThat(PersonTag.of(text)).isEqualTo(new PersonTag(name, number));
    }

    @Test
    void whateverTheOrderSeparatorAndWidthNameAndNumberAreRead() {
        Property.check(seeded -> {
            String name = seeded.chineseName();
            String number = seeded.pick("11", "44", "65") + seeded.digits(15) + seeded.pick("X", "x", "7");
            String separator = seeded.pick("_", "＿", "-", "+", "_ ");
            String text = seeded.oneIn(4)
                    ? number + separator + name
                    : dotted(seeded, name) + separator + wide(seeded, number);
            PersonTag tag = PersonTag.of(text + (seeded.oneIn(5) ? "_身份证反面" : ""));
            assertThat(tag.number()).as(text).isEqualTo(number.toUpperCase(Locale.ROOT));
            assertThat(tag.nameKey()).as(text).isEqualTo(PersonTag.key(name));
        });
    }

    @Test
    void namesThatDifferOnlyByTheirUnicodeFormAreTheSame() {
        Property.check(seeded -> {
            String name = seeded.pick("René Müller", "Özgür Çelik", "阿依古丽·买买提", "𠮷田\u8c48", "葛\u6167");
            String other = Normalizer.normalize(name, seeded.pick(Normalizer.Form.NFD, Normalizer.Form.NFKD));
            String alike = other.replace('\u8c48', seeded.pick('\u8c48', '\uF900'))
                    .replace("葛", seeded.pick("葛", "葛\uDB40\uDD00"))
                    .replace("·", seeded.pick("·", "•", "．", "・"));
            PersonTag tag = PersonTag.of(alike + "_110105199003070025");
            assertThat(tag.nameKey()).as(alike).isEqualTo(PersonTag.key(name));
        });
    }

    @Test
    void noFileNameBreaksTheReading() {
        Property.check(seeded -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < seeded.between(0, 12); i++) {
                text.append(
                        seeded.pick("_", "张", "𠮷", "·", " ", "1101051990", "X", "照片", "(1)", "\u200B", "é", ".", "–"));
            }
            PersonTag tag = PersonTag.of(text.toString());
            assertThat(tag.name()).isEqualTo(PersonName.normalise(tag.name()));
            assertThat(tag.number()).matches("([0-9]{12,}X?|[0-9]{17}[0-9X])?");
        });
    }

    private static String dotted(Seeded seeded, String name) {
        return name.replace("·", seeded.pick("·", "•", "．"));
    }

    private static String wide(Seeded seeded, String number) {
        if (!seeded.oneIn(4)) {
            return number;
        }
        StringBuilder wide = new StringBuilder();
        number.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }
}
