package io.tanshi.identity.vault;

import io.tanshi.platform.DataKeys;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is protected of a person, encrypted and bound to the person's id; numbers are found by their keyed hash. */
@Component
public class PersonCipher {

    private static final String PURPOSE = "person";

    private final DataKeys keys;

    PersonCipher(DataKeys keys) {
        this.keys = keys;
    }

    public byte[] index(String idNumber) {
        return keys.blindIndex(PURPOSE, idNumber);
    }

    public String encrypt(UUID person, String plain) {
        return keys.encryptText(PURPOSE, plain, person.toString());
    }

    public String decrypt(UUID person, String cipher) {
        return keys.decryptText(PURPOSE, cipher, person.toString());
    }
}
