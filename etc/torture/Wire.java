import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests as a browser makes them; an answer is one only when it was read whole. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String address;

    Wire(int port) {
        address = "http://127.0.0.1:" + port;
    }

    record Answer(int status, byte[] body) {

        boolean good() {
            return status == 200;
        }

        /** Worth another try with the same body, as the exam's page judges it. */
        boolean passing() {
            return status >= 500 || status == 429 || status == 408;
        }

        boolean says(String slug) {
            return text().contains("delivery/" + slug);
        }

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }

        String field(String name) {
            String json = text();
            int at = json.indexOf("\"" + name + "\":");
            if (at < 0) {
                throw new IllegalStateException("No " + name + " in " + json);
            }
            int from = at + name.length() + 3;
            boolean quoted = json.charAt(from) == '"';
            int end = from + 1;
            while (quoted ? json.charAt(end) != '"' : ",}]".indexOf(json.charAt(end)) < 0) {
                end++;
            }
            return json.substring(quoted ? from + 1 : from, end);
        }
    }

    Answer get(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET(), token);
    }

    Answer post(String path, String token, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                token);
    }

    private Answer send(HttpRequest.Builder request, String token) throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Sitting " + token);
        }
        HttpResponse<byte[]> response = client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.body());
    }
}
