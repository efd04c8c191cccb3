package io.tanshi.enrolment.application;

import io.tanshi.platform.DataKeys;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Values with personal data as ciphertexts in a column, each bound to its row. */
@Component
public class Sealed {

    private static final String PURPOSE = "enrolment";

    private final DataKeys keys;
    private final JsonMapper json;

    Sealed(DataKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** @param place table and id of the row */
    public String seal(Object value, String place) {
        return keys.encryptText(PURPOSE, json.writeValueAsString(value), place);
    }

    public <T> T open(String cipher, String place, Class<T> type) {
        return json.readValue(keys.decryptText(PURPOSE, cipher, place), type);
    }

    /** Under which a document number is found without being stored in clear. */
    public byte[] index(String documentNumber) {
        return keys.blindIndex(PURPOSE, documentNumber);
    }

    /** Under which the last four characters of a document number are found; the word keeps it apart from whole numbers. */
    public byte[] tailIndex(String lastFour) {
        return keys.blindIndex(PURPOSE, "tail:" + lastFour);
    }
}
