using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Guidance;

/// <summary>Why guidance is not taken, published or answered from.</summary>
public static class GuidanceProblems
{
    public static readonly Problem CodeTaken = new("article-code-taken", 409, "There is an article with this code already.", "Mã bài hướng dẫn này đã được dùng.");
    public static readonly Problem ForeignOwner = new("foreign-article-owner", 403, "You may write only for your own unit and those below it.", "Bạn chỉ được soạn bài cho đơn vị mình và đơn vị cấp dưới.");
    public static readonly Problem ProcedureMismatch = new("procedure-mismatch", 422, "An article of kind procedure needs the procedure's parts, and no other may have them.", "Bài thuộc loại thủ tục phải có phần thủ tục; các loại khác thì không.");
    public static readonly Problem IllegalStep = new("illegal-article-step", 409, "The article's state does not allow this.", "Trạng thái của bài hướng dẫn không cho phép thao tác này.");
    public static readonly Problem UnknownArticle = new("unknown-article", 422, "No published article has this code.", "Không có bài hướng dẫn đã công bố nào mang mã này.");
}
