import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** One kept-alive HTTP/1.1 connection, by hand: a general client would take the processor that is to be measured. */
final class Line {

    private static final int PATIENCE_MS = 30_000;
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final byte[] head = new byte[2048];

    Line(int port) {
        this.port = port;
    }

    /** The body of a good answer. */
    byte[] send(String method, String path, String token, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + (token.isEmpty() ? "" : "Authorization: Sitting " + token + "\r\n")
                + (method.equals("POST") ? "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n" : "")
                + "\r\n";
        byte[] first = request.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[first.length + content.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        boolean kept = socket != null;
        connect();
        try {
            out.write(all);
            return answer(method + " " + path);
        } catch (Closed | SocketException e) {
            if (!kept) {
                throw e;
            }
            socket = null;
            // As browsers do: a connection that was kept may have been given up by the server meanwhile.
            connect();
            out.write(all);
            return answer(method + " " + path);
        }
    }

    private static final class Closed extends IOException {
        private static final long serialVersionUID = 1L;

        Closed() {
            super("The server closed the connection");
        }
    }

    private void connect() throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            in = new BufferedInputStream(socket.getInputStream(), 1024);
            out = socket.getOutputStream();
        }
    }

    private byte[] answer(String asked) throws IOException {
        int status = 0;
        int length = -1;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (status == 0) {
                status = Integer.parseInt(line.substring(9, 12));
            } else if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (line.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                chunked = true;
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes(Math.max(0, length));
        if (status != 200) {
            throw new IOException(asked + " -> " + status + " " + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                socket.close();
                socket = null;
                throw new Closed();
            }
            if (b != '\r' && length < head.length) {
                head[length++] = (byte) b;
            }
        }
        return new String(head, 0, length, StandardCharsets.ISO_8859_1);
    }
}
