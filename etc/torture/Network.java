import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What lies between the candidates and the server: it hands bytes on, late at times, and breaks connections in the middle
 * of a request or before its answer is read.
 */
final class Network implements AutoCloseable {

    private static final int SLOWEST_MS = 1_500;

    private final ServerSocket door;
    private final int port;
    private final Random seeds;
    private volatile boolean bad;
    final AtomicInteger brokenInRequest = new AtomicInteger();
    final AtomicInteger brokenBeforeAnswer = new AtomicInteger();
    final AtomicInteger delayed = new AtomicInteger();

    Network(int port, long seed) throws IOException {
        this.port = port;
        this.seeds = new Random(seed);
        door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void bad(boolean now) {
        bad = now;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Random random = new Random(seeds.nextLong());
                Thread.startVirtualThread(() -> connect(client, random));
            }
        } catch (IOException e) {
            // Closed: the run is over.
        }
    }

    private void connect(Socket client, Random random) {
        try {
            client.setTcpNoDelay(true);
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            server.setTcpNoDelay(true);
            // Of the request under way: whether the connection breaks before its answer is handed on.
            AtomicReference<Boolean> swallow = new AtomicReference<>(false);
            Thread.startVirtualThread(() -> back(server, client, swallow));
            forth(client, server, random, swallow);
        } catch (IOException e) {
            reset(client);
        }
    }

    private void forth(Socket client, Socket server, Random random, AtomicReference<Boolean> swallow) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int draw = bad ? random.nextInt(1000) : 1000;
                if (draw < 12) {
                    out.write(buffer, 0, read / 2);
                    brokenInRequest.incrementAndGet();
                    break;
                }
                if (draw < 24) {
                    swallow.set(true);
                } else if (draw < 60) {
                    delayed.incrementAndGet();
                    Thread.sleep(random.nextInt(SLOWEST_MS));
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // One side has gone; so goes the other.
        }
        reset(client);
        reset(server);
    }

    private void back(Socket server, Socket client, AtomicReference<Boolean> swallow) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (swallow.get()) {
                    brokenBeforeAnswer.incrementAndGet();
                    break;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One side has gone; so goes the other.
        }
        reset(client);
        reset(server);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed already.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
