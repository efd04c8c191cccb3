package io.tanshi.identity.accounts;

import io.tanshi.identity.IdentityError;
import io.tanshi.platform.Problem;
import java.util.Locale;
import java.util.Set;

/** What a password must be: long rather than odd (NIST SP 800-63B §3.1.1), and none of the commonest. */
final class PasswordRule {

    static final int SHORTEST = 10;
    // bcrypt reads 72 bytes and no more.
    private static final int LONGEST_BYTES = 72;
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "12345678910",
            "0123456789",
            "qwertyuiop",
            "password123",
            "1q2w3e4r5t",
            "abcd123456",
            "a123456789",
            "123456789a",
            "1111111111",
            "0000000000",
            "5201314520");

    private PasswordRule() {}

    static void check(String password) {
        String problem = problem(password);
        if (problem != null) {
            throw Problem.of(IdentityError.WEAK_PASSWORD, problem).field("password", problem);
        }
    }

    @org.jspecify.annotations.Nullable
    private static String problem(String password) {
        if (password.length() < SHORTEST) {
            return "密码至少 " + SHORTEST + " 个字符，现为 " + password.length() + " 个。可以用一句自己记得住的话。";
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return "密码过长：最多 72 字节（约 24 个汉字）。";
        }
        boolean common = COMMON.contains(password.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() < 4;
        return common ? "这个密码太常见，请换一个。" : null;
    }
}
