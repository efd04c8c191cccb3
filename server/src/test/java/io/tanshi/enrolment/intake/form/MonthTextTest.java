package io.tanshi.enrolment.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MonthTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-06",
                "2016-6",
                "2016/6/30",
                "2016.06",
                "2016年6月",
                "2016年06月30日",
                "201606",
                "20160630",
                "2016-06-30 00:00:00"
            })
    void aMonthMayBeWrittenInManyWays(String text) {
        assertThat(MonthText.read(text)).contains(YearMonth.of(2016, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2016", "2016-13", "06-2016", "六月", "1816-06"})
    void otherTextsAreNone(String text) {
        assertThat(MonthText.read(text)).isEmpty();
    }
}
