// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "arabic/scan.hpp"

#include "arabic/fold.hpp"

#include <limits>

namespace khabar::arabic {
namespace {

TokenKind punctuation_kind(char32_t c) noexcept {
  switch (c) {
    case '"':
    case '\'':
    case 0xAB:
    case 0xBB:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2039:
    case 0x203A:
    case '`':
      return TokenKind::Quote;
    case ',':
    case 0x60C:
      return TokenKind::Comma;
    case '.':
    case '!':
    case '?':
    case 0x61F:
    case 0x2026:
    case 0x6D4:
      return TokenKind::Stop;
    case ';':
    case 0x61B:
    case '|':
      return TokenKind::Semicolon;
    case ':':
      return TokenKind::Colon;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return TokenKind::Dash;
    case '(':
    case '[':
    case '{':
      return TokenKind::Open;
    case ')':
    case ']':
    case '}':
      return TokenKind::Close;
    case '/':
    case '\\':
      return TokenKind::Slash;
    default:
      return TokenKind::Other;
  }
}

constexpr char32_t kLatinEnd = 0x250;

class Scanner {
 public:
  Scanner(std::string_view text, Scan& out) : text_(text), out_(out), table_(fold_table()) {}

  void run() {
    out_.clear();
    out_.folded.resize(text_.size());  // no character is folded to more bytes than it has
    while (at_ < text_.size()) step();
    out_.folded.resize(folded_);
    out_.code_points = count_;
  }

 private:
  struct Point {
    char32_t code = 0;
    Folded folded{CharClass::Space, 0};
    std::size_t next = 0;  // byte behind it
  };

  Point peek(std::size_t at) const {
    Point point;
    point.next = at;
    if (at >= text_.size()) return point;
    point.code = next_code_point(text_, point.next);
    point.folded = point.code < kFoldTableSize ? table_[point.code] : fold_code_point(point.code);
    return point;
  }

  Token start(TokenKind kind) const {
    Token token;
    token.kind = kind;
    token.begin = count_;
    token.byte_begin = static_cast<std::uint32_t>(at_);
    token.fold_at = folded_;
    token.flags = static_cast<std::uint8_t>((space_ ? 0 : kGlued) | (hashtag_ ? kHashtagFlag : 0));
    return token;
  }

  void finish(Token token) {
    token.end = count_;
    token.byte_end = static_cast<std::uint32_t>(at_);
    const auto size = folded_ - token.fold_at;
    token.fold_size = static_cast<std::uint16_t>(size < 0xFFFF ? size : 0xFFFF);
    out_.tokens.push_back(token);
    space_ = false;
  }

  void put(Folded folded) { out_.folded[folded_++] = static_cast<char>(folded.byte); }

  void advance(const Point& point) {
    at_ = point.next;
    ++count_;
  }

  void step() {
    const Point point = peek(at_);
    switch (point.folded.char_class) {
      case CharClass::Letter:
        return word(point);
      case CharClass::Digit:
        return number();
      case CharClass::Ignored:
        return tatweel_or_mark(point);
      case CharClass::Newline: {
        auto token = start(TokenKind::Newline);
        advance(point);
        hashtag_ = false;
        finish(token);
        space_ = true;
        return;
      }
      case CharClass::Space:
        advance(point), space_ = true, hashtag_ = false;
        return;
      case CharClass::Punctuation:
        break;
    }
    if (point.code == '_') return advance(point), space_ = true, void();
    if (point.code == '#' && peek(point.next).folded.char_class == CharClass::Letter) return advance(point), hashtag_ = true, void();
    auto token = start(punctuation_kind(point.code));
    advance(point);
    finish(token);
  }

  // A mark without a letter before it: skipped, but a word may begin with a tatweel.
  void tatweel_or_mark(const Point& point) {
    const Point after = peek(point.next);
    if (point.code == kTatweel && after.folded.char_class == CharClass::Letter) return word(after, &point);
    advance(point);
  }

  void word(const Point& first, const Point* tatweel = nullptr) {
    auto token = start(TokenKind::Word);
    if (tatweel != nullptr) advance(*tatweel);
    if (first.code < kLatinEnd) token.flags |= kLatinFlag;
    char32_t last = 0;
    std::size_t letters = 0;
    for (Point point = first;; point = plain_letters(token, letters, last)) {
      const auto char_class = point.folded.char_class;
      if (at_ >= text_.size()) break;
      if (char_class == CharClass::Letter) {
        if (last == kTehMarbuta && letters > 2) break;  // a forgotten space
        if (((point.code < kLatinEnd) != ((token.flags & kLatinFlag) != 0)) && letters > 0) break;
        put(point.folded);
        ++letters;
      } else if (char_class == CharClass::Ignored) {
        if (point.code == kDamma && letters <= 4) token.flags |= kDammaFlag;
      } else if (char_class == CharClass::Digit && (token.flags & kLatinFlag) != 0) {
        put(point.folded);
      } else if (char_class == CharClass::Space && last == kTatweel && peek(point.next).code == kTatweel) {
        // broken against filters: go on with the same word
      } else {
        break;
      }
      advance(point);
      if (char_class != CharClass::Ignored || point.code == kTatweel) last = point.code;
    }
    finish(token);
  }

  // The letters of a word of which nothing but the letter is asked, nearly all of a text; then what stands behind them.
  Point plain_letters(const Token& token, std::size_t& letters, char32_t& last) {
    if ((token.flags & kLatinFlag) == 0)
      for (; at_ + 1 < text_.size() && (last != kTehMarbuta || letters <= 2); ++letters) {
        const unsigned lead = static_cast<unsigned char>(text_[at_]);
        if ((lead & 0xE0U) != 0xC0U) break;
        const char32_t code = ((lead & 0x1FU) << 6U) | (static_cast<unsigned char>(text_[at_ + 1]) & 0x3FU);
        const auto folded = table_[code];
        if (folded.char_class != CharClass::Letter || code < kLatinEnd) break;
        put(folded);
        at_ += 2, ++count_, last = code;
      }
    return peek(at_);
  }

  // Digits with separators of thousands, or one decimal point.
  void number() {
    auto token = start(TokenKind::Number);
    std::uint64_t value = digits();
    for (bool fraction = false; !fraction;) {
      const Point separator = peek(at_);
      const bool thousands = separator.code == ',' || separator.code == 0x66C || separator.code == 0x60C;
      if (!thousands && separator.code != '.' && separator.code != 0x66B) break;
      std::size_t run = 0;
      std::size_t ahead = separator.next;
      for (Point point = peek(ahead); point.folded.char_class == CharClass::Digit && ahead < text_.size(); point = peek(ahead))
        ++run, ahead = point.next;
      if (run == 3 && separator.code != 0x66B) {
        advance(separator);
        value = value * 1000 + digits();
      } else if (!thousands && run > 0 && run < 3 && peek(ahead).code != '.') {
        advance(separator);
        const auto size = folded_;
        digits();
        folded_ = size;
        token.flags |= kDecimalFlag;
        fraction = true;
      } else {
        break;
      }
      if (value > std::numeric_limits<std::uint32_t>::max()) value = std::numeric_limits<std::uint32_t>::max();
    }
    if (const auto sign = peek(at_).code; at_ < text_.size() && (sign == '%' || sign == 0x66A)) token.flags |= kDecimalFlag;
    token.value = static_cast<std::uint32_t>(value);
    finish(token);
  }

  std::uint64_t digits() {
    constexpr std::uint64_t kMost = 1'000'000'000;
    std::uint64_t value = 0;
    for (Point point = peek(at_); at_ < text_.size() && point.folded.char_class == CharClass::Digit; point = peek(at_)) {
      put(point.folded);
      value = value * 10 + (point.folded.byte - '0');
      if (value > kMost) value = kMost;
      advance(point);
    }
    return value;
  }

  std::string_view text_;
  Scan& out_;
  const std::array<Folded, kFoldTableSize>& table_;
  std::size_t at_ = 0;
  std::uint32_t count_ = 0, folded_ = 0;
  bool space_ = true, hashtag_ = false;
};

}  // namespace

void scan(std::string_view utf8, Scan& out) { Scanner(utf8, out).run(); }

}  // namespace khabar::arabic
