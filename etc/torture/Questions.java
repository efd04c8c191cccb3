import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The paper as a screen has it after the bell: its items with the options of each, none for one answered in words. */
record Questions(List<Question> items) {

    private static final Pattern ITEM = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern OPTION = Pattern.compile("\"id\":\"([A-Z])\"");

    record Question(String id, List<String> options) {}

    static Questions open(byte[] sealed, String key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Base64.getDecoder().decode(key), "AES"),
                new GCMParameterSpec(128, sealed, 0, 12));
        String paper = new String(cipher.doFinal(sealed, 12, sealed.length - 12), StandardCharsets.UTF_8);
        List<Question> items = new ArrayList<>();
        Matcher item = ITEM.matcher(paper);
        for (boolean found = item.find(); found; ) {
            String id = item.group(1);
            int from = item.end();
            found = item.find();
            Matcher option = OPTION.matcher(paper).region(from, found ? item.start() : paper.length());
            List<String> options = new ArrayList<>();
            while (option.find()) {
                options.add(option.group(1));
            }
            items.add(new Question(id, List.copyOf(options)));
        }
        return new Questions(List.copyOf(items));
    }
}
