package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.Messages;
import io.github.gan4j.cli.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the YAML that settings need: one mapping of names to single values or to lists of them.
 *
 * <p>Works on the parser's events, one after the other, so that every value has its line and no
 * file, however deep or self-referring, costs more than its length; nothing of it is ever made an
 * object. Aliases and tags are refused. The only class that knows the YAML library.
 */
final class YamlMapping {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_DEPTH = 16;

  /**
   * A key and what it maps to.
   *
   * @param line of the key, from 1 on
   * @param values the single value, or the list's; null for something else
   * @param isList whether it was a list
   * @param isNull whether there was no value
   */
  record Entry(
      String key, int line, @Nullable List<String> values, boolean isList, boolean isNull) {}

  private final Path file;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private YamlMapping(Path file) {
    this.file = file;
  }

  /** Reads a file as far as it can be read. */
  static YamlMapping read(Path file) {
    YamlMapping mapping = new YamlMapping(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        mapping.problem("must have at most %s bytes, has more".formatted(MOST_BYTES));
        return mapping;
      }
      mapping.parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      mapping.problem("must be UTF-8 text, is not");
    } catch (IOException e) {
      mapping.problem(
          Files.isDirectory(file)
              ? "must be a file, is a folder"
              : e instanceof FileSystemException failure
                  ? Messages.reason(failure)
                  : "cannot be read: " + Messages.of(e));
    }
    return mapping;
  }

  /** Returns the entries in their order. */
  List<Entry> entries() {
    return entries;
  }

  /** Returns what is wrong with the file, apart from what the entries say. */
  List<Problem> problems() {
    return problems;
  }

  private void parse(String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    // Some editors begin a file with a byte order mark.
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      readStream(new Parse(settings).parseString(unmarked).iterator());
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().orElse(null);
      problems.add(
          new Problem(
              file.toString(),
              mark == null ? 0 : mark.getLine() + 1,
              "must be YAML, is not: %s%s"
                  .formatted(
                      e.getProblem(), mark == null ? "" : ", column " + (mark.getColumn() + 1))));
    } catch (TooDeepException e) {
      problems.add(new Problem(file.toString(), e.line, "must be flat, is nested too deeply"));
    } catch (YamlEngineException e) {
      problem("must be YAML, is not: " + Messages.of(e));
    }
  }

  private void readStream(Iterator<Event> events) {
    int documents = 0;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case DocumentStart -> {
          documents++;
          if (documents > 1) {
            problem(event, "must be one document, a second one begins here");
            return;
          }
        }
        case MappingStart -> readMapping(events);
        case SequenceStart -> {
          problem(event, "must be settings, as in 'epochs: 8', is a list");
          skip(event, events);
        }
        case Scalar -> {
          String found = ((ScalarEvent) event).getValue();
          problem(
              event,
              found.isEmpty()
                  ? "must be settings, as in 'epochs: 8', is empty"
                  : "must be settings, as in 'epochs: 8', is a text");
        }
        default -> {}
      }
    }
    if (documents == 0) {
      problem("must be settings, as in 'epochs: 8', is empty");
    }
  }

  private void readMapping(Iterator<Event> events) {
    for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
      if (key instanceof ScalarEvent scalar) {
        String name = scalar.getValue();
        Event value = events.next();
        if (isPlain(name, key) && isPlain(name, value)) {
          entries.add(readEntry(name, line(key), value, events));
        } else {
          skip(value, events);
        }
      } else {
        problem(key, "a key must be a setting's name, is something else");
        skip(key, events);
        skip(events.next(), events);
      }
    }
  }

  private static Entry readEntry(String key, int line, Event value, Iterator<Event> events) {
    if (value instanceof ScalarEvent scalar) {
      return new Entry(key, line, List.of(scalar.getValue()), false, isNull(scalar));
    }
    boolean isList = value.getEventId() == Event.ID.SequenceStart;
    List<String> values = isList ? new ArrayList<>() : null;
    int depth = 1;
    while (depth > 0) {
      Event next = events.next();
      if (next instanceof ScalarEvent scalar && depth == 1 && values != null) {
        values.add(scalar.getValue());
      } else if (!isEnd(next)) {
        values = null;
      }
      depth = depthAfter(next, depth);
    }
    return new Entry(key, line, values, isList, false);
  }

  /** Goes to the end of what begins with an event. */
  private static void skip(Event start, Iterator<Event> events) {
    int depth = isStart(start) ? 1 : 0;
    while (depth > 0) {
      Event next = events.next();
      depth = depthAfter(next, depth);
    }
  }

  /** The parser's time grows with the square of the depth: what is deep is not read to its end. */
  private static int depthAfter(Event event, int depth) {
    if (isStart(event)) {
      if (depth == MOST_DEPTH) {
        throw new TooDeepException(line(event));
      }
      return depth + 1;
    }
    return isEnd(event) ? depth - 1 : depth;
  }

  private boolean isPlain(String key, Event event) {
    if (event.getEventId() == Event.ID.Alias) {
      problem(event, key + " must be written out, is an alias (*)");
      return false;
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      problem(event, key + " must be a plain value, has an anchor (&)");
      return false;
    }
    if (event instanceof ScalarEvent scalar && scalar.getTag().isPresent()) {
      problem(event, key + " must be a plain value, has a tag (!)");
      return false;
    }
    return true;
  }

  private static boolean isNull(ScalarEvent scalar) {
    String text = scalar.getValue();
    return scalar.isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"));
  }

  private static boolean isStart(Event event) {
    return event.getEventId() == Event.ID.MappingStart
        || event.getEventId() == Event.ID.SequenceStart;
  }

  private static boolean isEnd(Event event) {
    return event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
  }

  private void problem(String text) {
    problems.add(new Problem(file.toString(), 0, text));
  }

  private void problem(Event event, String text) {
    problems.add(new Problem(file.toString(), line(event), text));
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /** Ends the reading of a file. */
  private static final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    TooDeepException(int line) {
      super("nested too deeply in line " + line);
      this.line = line;
    }
  }
}
