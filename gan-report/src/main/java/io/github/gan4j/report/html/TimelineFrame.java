package io.github.gan4j.report.html;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the generator made at one moment.
 *
 * @param step the steps done
 * @param label the moment in words
 * @param picture what it made
 */
record TimelineFrame(long step, String label, Picture picture) {

  void write(DataOutputStream out) throws IOException {
    out.writeLong(step);
    out.writeUTF(label);
    picture.write(out);
  }

  static TimelineFrame read(DataInputStream in) throws IOException {
    return new TimelineFrame(in.readLong(), in.readUTF(), Picture.read(in));
  }
}
