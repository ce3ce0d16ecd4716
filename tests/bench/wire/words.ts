// Words of which this bench's sessions are made: places, functions of people, and pieces of notes. They tell of nobody.

export const villageNames = ['Thôn Pâr Nghi', 'Thôn Ka Lô', 'Thôn Đụt', 'Thôn Lê Triêng', 'Thôn Quảng Phú', 'Thôn Diên Mai', 'Thôn Kê', 'Thôn Ta Roi'] as const

export const places = [
  'Nhà văn hóa thôn',
  'Nhà sinh hoạt cộng đồng',
  'Nhà Gươl',
  'Sân trường tiểu học',
  'Trường THCS và THPT',
  'Chợ phiên',
  'Hội trường UBND xã',
  'Trạm y tế xã',
  'Nhà chi hội trưởng phụ nữ',
] as const

export const facilitators = [
  'Chủ tịch Hội LHPN xã',
  'Phó chủ tịch Hội LHPN xã',
  'Chi hội trưởng phụ nữ thôn',
  'Công an viên phụ trách địa bàn',
  'Trưởng thôn',
  'Già làng',
  'Bí thư chi đoàn',
  'Báo cáo viên pháp luật cấp xã',
  'Cán bộ đồn biên phòng',
  'Giáo viên tổng phụ trách Đội',
  'Cộng tác viên dân số',
] as const

export const openings = [
  'Bà con ngồi đến cuối buổi, hỏi nhiều hơn lần trước',
  'Mưa to từ chiều nên một số hộ ở xa không đến được',
  'Buổi bắt đầu muộn vì bà con còn đi rẫy',
  'Nhiều chị bế con nhỏ theo, phải nghỉ giữa giờ',
  'Loa hỏng giữa buổi, đã mượn loa của trường',
  'Mất điện nửa tiếng, chuyển sang thảo luận nhóm',
  'Nói bằng tiếng Pa Cô xen tiếng Kinh thì bà con dễ hiểu',
  'Thanh niên đi làm xa nên chủ yếu là người lớn tuổi',
] as const

export const questions = [
  'lời mời làm việc nhẹ lương cao ở Campuchia qua Zalo',
  'cách kiểm tra giấy phép của công ty đưa người đi làm việc ở nước ngoài',
  'người lạ vào thôn hỏi mua tóc và rủ con gái đi chợ tỉnh',
  'việc kết hôn với người nước ngoài qua môi giới',
  'làm gì khi người thân mất liên lạc sau khi qua biên giới',
  'tài khoản Facebook giả nhận là cán bộ tuyển lao động',
  'giữ giấy tờ tùy thân và số điện thoại khi đi làm xa',
  'quyền được hỗ trợ của người trở về theo luật mới',
] as const

export const endings = [
  'đề nghị chiếu phim ngắn vào buổi tới',
  'cần thêm tờ rơi chữ to và tranh cho người không đọc được',
  'hẹn nói tiếp ở buổi họp chi hội sau',
  'đã dán số 111 và số của công an xã ở bảng tin',
  'các em học sinh sẽ diễn tiểu phẩm vào tháng sau',
  'trưởng thôn nhận phát lại bài trên loa sáng thứ hai',
] as const
