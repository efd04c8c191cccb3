package io.tanshi.certificate;

/**
 * The hybrid system ISO 7064 MOD 37,36: catches every single wrong character and nearly every swap of
 * neighbours.
 */
final class CheckCharacter {

    private static final int MODULUS = 36;

    private CheckCharacter() {}

    /** @param body digits and capital letters only */
    static char of(String body) {
        int product = MODULUS;
        for (int i = 0; i < body.length(); i++) {
            int sum = (product + Character.digit(body.charAt(i), MODULUS)) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        int check = (MODULUS + 1 - product) % MODULUS;
        return Character.toUpperCase(Character.forDigit(check, MODULUS));
    }
}
