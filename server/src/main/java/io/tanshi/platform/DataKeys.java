package io.tanshi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * Encryption of personal data at rest. One key per purpose, each wrapped by the master key of the installation.
 *
 * <p>The context binds a ciphertext to its place (for example the row's id): moved elsewhere it does not decrypt.
 */
public interface DataKeys {

    byte[] encrypt(String purpose, byte[] plain, byte[] context);

    /** @throws IllegalStateException when the ciphertext was changed, moved, or made with another key */
    byte[] decrypt(String purpose, byte[] cipher, byte[] context);

    String encryptText(String purpose, String plain, String context);

    String decryptText(String purpose, String cipher, String context);

    /** What the ciphertexts of the newest key of the purpose begin with. */
    byte[] mark(String purpose);

    /** The number of the newest key for streams of the purpose. */
    long streamKey(String purpose);

    /** A keyed hash (HMAC-SHA-256) under which a value is found without being stored in clear. */
    byte[] blindIndex(String purpose, String value);

    /** Encrypts a stream; memory does not grow with its length. */
    OutputStream encrypting(String purpose, OutputStream target, byte[] context) throws IOException;

    InputStream decrypting(String purpose, InputStream source, byte[] context) throws IOException;

    /** The clear content of a stream made by {@link #encrypting}, readable at any position. */
    SeekableByteChannel decrypting(String purpose, SeekableByteChannel source, byte[] context) throws IOException;
}
