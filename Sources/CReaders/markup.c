// libxml2's parsers, as a list of events. They are driven through SAX, so that no tree is built, nothing recurses, and
// what may not happen (loading a DTD, expanding its entities) is simply never done.
#include "buffer.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>

typedef struct {
  growing_buffer events;
  xmlParserCtxtPtr parser;
  int depth, most_depth;
  /// Elements that libxml2 has looked through for the beginnings of stray end tags.
  int64_t effort;
  int outcome;
} reading;

/// Steps of about 10 ns. Real pages take thousands.
static const int64_t most_effort = 20000000;

static void stop(reading *state, int outcome) {
  if (state->outcome == ibid_markup_complete) state->outcome = outcome;
  xmlStopParser(state->parser);
}

static void add_string(reading *state, const xmlChar *text, size_t count) {
  if (count > UINT32_MAX) count = UINT32_MAX;
  buffer_add_number(&state->events, (uint32_t)count);
  buffer_add(&state->events, text, count);
}

static void add_text(reading *state, const xmlChar *text, int count) {
  if (count <= 0 || state->outcome != ibid_markup_complete) return;
  buffer_add_byte(&state->events, 'T');
  add_string(state, text, (size_t)count);
  if (state->events.failed) stop(state, ibid_markup_out_of_memory);
}

/// Whether an element may begin; counts it.
static int begins(reading *state) {
  if (state->outcome != ibid_markup_complete) return 0;
  if (++state->depth > state->most_depth) {
    stop(state, ibid_markup_too_deep);
    return 0;
  }
  return 1;
}

static void on_end(reading *state) {
  if (state->outcome != ibid_markup_complete || state->depth == 0) return;
  state->depth--;
  buffer_add_byte(&state->events, 'E');
}

static void on_characters(void *context, const xmlChar *text, int count) { add_text(context, text, count); }

// MARK: HTML

static void on_html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  reading *state = context;
  if (!begins(state)) return;
  uint32_t count = 0;
  while (attributes && attributes[2 * count]) count++;
  buffer_add_byte(&state->events, 'S');
  add_string(state, name, strlen((const char *)name));
  buffer_add_number(&state->events, count);
  for (uint32_t i = 0; i < count; i++) {
    const xmlChar *value = attributes[2 * i + 1];
    add_string(state, attributes[2 * i], strlen((const char *)attributes[2 * i]));
    add_string(state, value, value ? strlen((const char *)value) : 0);
  }
}

static void on_html_end(void *context, const xmlChar *name) { on_end(context); }

/// Each mistake of a page may have cost a look through all open elements.
static void on_html_mistake(void *context, xmlErrorPtr error) {
  reading *state = context;
  state->effort += state->depth;
  if (state->effort > most_effort) stop(state, ibid_markup_too_odd);
}

static void read_html(reading *state, const uint8_t *text, int count) {
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)text, count);
  if (!parser) {
    state->outcome = ibid_markup_out_of_memory;
    return;
  }
  state->parser = parser;
  xmlSAXHandler handler = {0};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElement = on_html_start;
  handler.endElement = on_html_end;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_characters;
  handler.serror = on_html_mistake;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  *parser->sax = handler;
  parser->userData = state;
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser);
  htmlFreeParserCtxt(parser);
}

// MARK: XML

static void on_xml_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces,
                         const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes) {
  reading *state = context;
  if (!begins(state)) return;
  buffer_add_byte(&state->events, 'S');
  add_string(state, name, strlen((const char *)name));
  buffer_add_number(&state->events, (uint32_t)count);
  for (int i = 0; i < count; i++) {
    const xmlChar **attribute = attributes + 5 * i;
    add_string(state, attribute[0], strlen((const char *)attribute[0]));
    add_string(state, attribute[3], (size_t)(attribute[4] - attribute[3]));
  }
}

static void on_xml_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  on_end(context);
}

/// Only `&amp;` and the like; what a DTD declares is not kept, so there is nothing to expand.
static xmlEntityPtr on_xml_entity(void *context, const xmlChar *name) { return xmlGetPredefinedEntity(name); }

static void ignore_error(void *context, xmlErrorPtr error) {}

static void read_xml(reading *state, const uint8_t *text, int count) {
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt((const char *)text, count);
  if (!parser) {
    state->outcome = ibid_markup_broken;
    return;
  }
  state->parser = parser;
  xmlSAXHandler handler = {0};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_xml_start;
  handler.endElementNs = on_xml_end;
  handler.characters = on_characters;
  handler.cdataBlock = on_characters;
  handler.getEntity = on_xml_entity;
  handler.serror = ignore_error;
  // Huge: libxml2 would else stop at 10 MB of text and at 256 elements; the depth is limited above.
  xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE);
  *parser->sax = handler;
  parser->userData = state;
  xmlParseDocument(parser);
  if (!parser->wellFormed && state->outcome == ibid_markup_complete) state->outcome = ibid_markup_broken;
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
}

// MARK: Both

/// libxml2 compares every attribute of an element with all before it. Blanks those after the first thousand.
static void limit_attributes(uint8_t *text, size_t count) {
  enum { most = 1000 };
  size_t i = 0;
  while (i + 1 < count) {
    if (text[i++] != '<' || !((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z')) continue;
    int attributes = 0;
    uint8_t before = 0;
    for (; i < count && text[i] != '>'; i++) {
      const uint8_t byte = text[i];
      if ((byte == '"' || byte == '\'') && before == '=') {
        const uint8_t *end = memchr(text + i + 1, byte, count - i - 1);
        if (!end) return;
        if (attributes > most) memset(text + i, ' ', (size_t)(end - text) - i + 1);
        i = (size_t)(end - text);
        before = byte;
        continue;
      }
      const int is_space = byte <= ' ' || byte == '/';
      const int follows_space = before <= ' ' || before == '/' || before == '"' || before == '\'';
      if (!is_space && follows_space) attributes++;
      if (attributes > most) text[i] = ' ';
      if (byte > ' ' || before != '=') before = byte;
    }
  }
}

static void start_library(void) { xmlInitParser(); }

int ibid_markup_events(const uint8_t *text, size_t count, int is_html, int most_depth, ibid_buffer *events) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, start_library);
  reading state = {.most_depth = most_depth};
  uint8_t *copy = count && count <= INT32_MAX / 2 ? malloc(count) : NULL;
  if (copy) {
    memcpy(copy, text, count);
    limit_attributes(copy, count);
    if (is_html)
      read_html(&state, copy, (int)count);
    else
      read_xml(&state, copy, (int)count);
    free(copy);
  } else if (count) {
    state.outcome = ibid_markup_out_of_memory;
  }
  *events = buffer_finish(&state.events);
  return state.outcome;
}
