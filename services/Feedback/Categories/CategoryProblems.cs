using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Categories;

/// <summary>Why the tree of categories does not change, or why a form ends.</summary>
public static class CategoryProblems
{
    public static readonly Problem UnknownParent = new("unknown-parent-category", 422, "The category above does not exist or is closed.", "Lĩnh vực cấp trên không tồn tại hoặc đã đóng.");
    public static readonly Problem Ring = new("category-below-itself", 409, "A category cannot stand below itself.", "Một lĩnh vực không thể nằm dưới chính nó.");
    public static readonly Problem FormEnds = new("form-ends-with-notice", 422, "No report is taken about this: the category's notice says what to do instead.", "Nội dung này không tiếp nhận dưới dạng phản ánh: thông báo của lĩnh vực hướng dẫn việc cần làm.");
}
