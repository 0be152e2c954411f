#pragma once


#include <QFrame>

#include <cstdint>

class QLabel;

namespace loadframe {

class Appearance;
class Document;
class LiveRun;

/// The story of one request: every call that it led to, over time, with where the time went.
class RequestStory : public QFrame {
  Q_OBJECT

public:
  RequestStory(Document& document, LiveRun& run, const Appearance& appearance, QWidget* parent);

  /// Tells of another request; of none with 0.
  void tell(std::uint32_t request);
  std::uint32_t request() const { return request_; }

  /// As large as it needs to be, within the room that there is.
  void fit_into(QSize room);

signals:
  void closed();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  class Rows;
  void follow();

  Document& document_;
  LiveRun& run_;
  std::uint32_t request_ = 0;
  QLabel* title_ = nullptr;
  QLabel* summary_ = nullptr;
  QLabel* key_ = nullptr;
  Rows* rows_ = nullptr;
  QSize room_;
};

}  // namespace loadframe
