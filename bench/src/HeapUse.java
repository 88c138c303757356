import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Asks a JVM on this machine, with the JDK's own {@code jcmd}. */
final class HeapUse {

    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private HeapUse() {}

    /** Bytes in use after a full collection. */
    static long afterCollection(long process) throws IOException, InterruptedException {
        jcmd(process, "GC.run");
        var used = USED.matcher(jcmd(process, "GC.heap_info"));
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes * 1024;
    }

    private static String jcmd(long process, String command)
            throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        var asked =
                new ProcessBuilder(jcmd.toString(), String.valueOf(process), command)
                        .redirectErrorStream(true)
                        .start();
        var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException(answer);
        }
        return answer;
    }
}
