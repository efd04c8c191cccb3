package io.tanshi.delivery.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void whatASpreadsheetWouldTakeForAFormulaIsText(String cell) {
        assertThat(SafeCsv.cell(cell)).isEqualTo("\"'" + cell + "\"");
    }

    @Test
    void numbersStayNumbersAndQuotesAreDoubled() {
        assertThat(SafeCsv.row(-3, "他说\"停\"", "甲,乙")).isEqualTo("\"-3\",\"他说\"\"停\"\"\",\"甲,乙\"\r\n");
    }
}
