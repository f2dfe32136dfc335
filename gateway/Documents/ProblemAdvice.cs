using System.Globalization;

namespace Ecosystem.Gateway.Documents;

/// <summary>What to do about a refusal, by its status: the same for all problems that share it.</summary>
public sealed record ProblemAdvice(int Status, string English, string Vietnamese)
{
    public static readonly IReadOnlyList<ProblemAdvice> All =
    [
        new(400, "Correct the request; `errors` names every wrong field. Sent again unchanged, it is refused again.", "Hãy sửa yêu cầu; `errors` nêu từng trường sai. Gửi lại nguyên như cũ sẽ vẫn bị từ chối."),
        new(401, "Get a new access token from the issuer and send it as `Authorization: Bearer`.", "Hãy lấy mã truy cập mới từ hệ thống định danh và gửi trong `Authorization: Bearer`."),
        new(403, "Use a token of somebody who may do this, or ask the operator for the scope or role.", "Hãy dùng mã truy cập của người có quyền, hoặc đề nghị đơn vị vận hành cấp quyền."),
        new(404, "Check the address and the id or code in it. What is not yours looks the same as what does not exist.", "Hãy kiểm tra địa chỉ và mã trong đó. Nội dung không thuộc quyền xem của bạn cũng được trả lời như không tồn tại."),
        new(405, "Look up the methods of this address in the API's description.", "Hãy xem các phương thức của địa chỉ này trong tài liệu API."),
        new(408, "Send it again, with the same `Idempotency-Key`, over a connection that does not stall.", "Hãy gửi lại với cùng `Idempotency-Key` khi kết nối ổn định."),
        new(409, "Read the thing as it is now and decide anew; `allowed` says what may be done instead.", "Hãy đọc lại trạng thái hiện tại rồi quyết định; `allowed` cho biết việc có thể làm."),
        new(410, "It is gone and does not come back under this address; read where you had the address from again.", "Nội dung không còn ở địa chỉ này; hãy đọc lại nơi đã cung cấp địa chỉ."),
        new(412, "Read it again, decide anew, and send the new `ETag` as `If-Match`.", "Hãy đọc lại, quyết định lại và gửi `ETag` mới trong `If-Match`."),
        new(413, "Send less at once.", "Hãy gửi ít nội dung hơn trong mỗi lần."),
        new(415, "Send the content type that the API's description names, JSON in UTF-8 nearly everywhere.", "Hãy gửi đúng kiểu nội dung nêu trong tài liệu API, hầu hết là JSON theo UTF-8."),
        new(422, "The request can be read but not carried out: look at its values, and use a new `Idempotency-Key` for a new request.", "Yêu cầu đọc được nhưng không thực hiện được: hãy xem lại các giá trị và dùng `Idempotency-Key` mới cho yêu cầu mới."),
        new(428, "Read the thing, and send its `ETag` as `If-Match`.", "Hãy đọc lại và gửi `ETag` trong `If-Match`."),
        new(429, "Wait as many seconds as `Retry-After` says, then send it again.", "Hãy chờ đủ số giây trong `Retry-After` rồi gửi lại."),
        new(500, "Tell the operator the `traceId`. It is safe to send it again with the same `Idempotency-Key`.", "Hãy báo `traceId` cho đơn vị vận hành. Có thể gửi lại an toàn với cùng `Idempotency-Key`."),
        new(503, "Wait as many seconds as `Retry-After` says and send it again with the same `Idempotency-Key`.", "Hãy chờ đủ số giây trong `Retry-After` rồi gửi lại với cùng `Idempotency-Key`."),
        new(504, "Send it again with the same `Idempotency-Key`: what was done is not done twice.", "Hãy gửi lại với cùng `Idempotency-Key`: việc đã làm sẽ không bị làm lại."),
    ];

    /// <summary>The status's own advice, else that of its class: 400 or 500.</summary>
    public static ProblemAdvice For(int status) => All.FirstOrDefault(advice => advice.Status == status) ?? All.First(advice => advice.Status == status / 100 * 100);

    /// <summary>A line of the table in docs/problems.md.</summary>
    public string Row => string.Create(CultureInfo.InvariantCulture, $"| {Status} | {English} | {Vietnamese} |");
}
