import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One candidate's screen, as far as the server can tell: its requests, its log and its chain. */
final class Candidate {

    private static final Pattern ITEM = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern OPTION = Pattern.compile("\"id\":\"([A-Z])\"");

    /** The sealed paper is the same for all; each opens it, one copy is kept. */
    private static volatile List<String> items = List.of();
    private static volatile byte[] shared = {};

    private final Line line;
    private final String[] door;
    private byte[] sealed = {};
    private String token = "";
    String attempt = "";
    private byte[] head = {};
    private long seq;
    private int position;
    long acknowledged;
    String acknowledgedHash = "";

    Candidate(int port, String[] door) {
        this.line = new Line(port);
        this.door = door;
    }

    void enter() throws IOException {
        String answer = text(line.send(
                "POST",
                "/api/exam/entry",
                "",
                "{\"ticketNumber\":\"%s\",\"documentNumber\":\"%s\",\"roomCode\":\"%s\"}".formatted((Object[]) door)));
        token = field(answer, "token");
        attempt = field(answer, "attemptId");
        head = HexFormat.of().parseHex(field(answer, "hash"));
        position = Math.floorMod(attempt.hashCode(), 1000);
    }

    void fetchPaper() throws IOException {
        byte[] fetched = line.send("GET", "/api/exam/paper", token, "");
        if (shared.length != fetched.length) {
            shared = fetched;
        }
        sealed = shared;
    }

    void beat() throws IOException {
        line.send("POST", "/api/exam/heartbeat", token, "{\"newsAfter\":0,\"unsent\":0,\"away\":0,\"handRaised\":false}");
    }

    /** At the bell: the key, and the paper opened with it. */
    void open() throws IOException, GeneralSecurityException {
        String answer = text(line.send("GET", "/api/exam/key", token, ""));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Base64.getDecoder().decode(field(answer, "key")), "AES"),
                new GCMParameterSpec(128, sealed, 0, 12));
        byte[] paper = cipher.doFinal(sealed, 12, sealed.length - 12);
        if (items.isEmpty()) {
            items = items(new String(paper, StandardCharsets.UTF_8));
        }
    }

    private static List<String> items(String paper) {
        List<String> found = new ArrayList<>();
        // An option follows its item: what has none is a question to be answered in words.
        for (Matcher item = ITEM.matcher(paper); item.find(); ) {
            Matcher option = OPTION.matcher(paper).region(item.end(), Math.min(paper.length(), item.end() + 4000));
            Matcher next = ITEM.matcher(paper);
            int end = next.find(item.end()) ? next.start() : paper.length();
            boolean choice = option.find() && option.start() < end;
            found.add(item.group(1) + (choice ? " " + option.group(1) : ""));
        }
        return found;
    }

    /** The next answer: acknowledged when the hash that comes back is the one made here. */
    void save() throws IOException {
        String[] item = items.get(position++ % items.size()).split(" ");
        boolean choice = item.length > 1;
        String text = choice ? "" : "边界内的直接排放与外购电力的间接排放，第 " + seq + " 稿";
        long now = System.currentTimeMillis();
        String canonical = (seq + 1) + "\n" + item[0] + "\n" + now + "\nA\n" + (choice ? item[1] : "") + "\n" + text;
        byte[] hash = chain(head, canonical);
        String hex = HexFormat.of().formatHex(hash);
        String body = "{\"entries\":[{\"clientSeq\":" + (seq + 1) + ",\"itemId\":\"" + item[0] + "\",\"choices\":["
                + (choice ? "\"" + item[1] + "\"" : "") + "],\"text\":\"" + text + "\",\"clientTime\":" + now + ",\"hash\":\"" + hex
                + "\"}],\"newsAfter\":0}";
        byte[] answer = line.send("POST", "/api/exam/answers", token, body);
        if (!text(answer).contains(hex)) {
            throw new IOException("Acknowledged something else: " + text(answer));
        }
        seq++;
        head = hash;
        acknowledged = seq;
        acknowledgedHash = hex;
    }

    void handIn() throws IOException {
        line.send("POST", "/api/exam/hand-in", token, "{\"lastSeq\":" + seq + ",\"acceptUnsent\":false}");
    }

    private static byte[] chain(byte[] head, String canonical) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head);
            return digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String field(String json, String name) {
        int start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(start, json.indexOf('"', start));
    }
}
