using System.Text;
using System.Text.RegularExpressions;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.Gateway.Documents;

/// <summary>The type of every problem is an address: whoever opens it reads what it means and what to do.</summary>
internal static partial class ExplainProblem
{
    public static ContentHttpResult One(string type, HttpContext http)
    {
        var problem = KnownProblem.Find(type) ?? throw new Refused(Problem.NotFound);
        var advice = ProblemAdvice.For(problem.Status);
        return Answer(http, problem.Title,
            $"""
            <p><a href="/problems">{Language.Say("All problems", "Tất cả các lỗi")}</a></p>
            <h1>{Page.Text(problem.Title)}</h1>
            <p><code>/problems/{problem.Type}</code> · HTTP {problem.Status} · {Whose(problem.Status)}</p>
            <h2>{Language.Say("What to do", "Cách xử lý")}</h2>
            <p>{Marked(Language.Say(advice.English, advice.Vietnamese))}</p>
            """);
    }

    public static ContentHttpResult All(HttpContext http)
    {
        var title = Language.Say("Problems", "Các lỗi");
        return Answer(http, title,
            $"""
            <h1>{title}</h1>
            <ul>
            {string.Join('\n', KnownProblem.All.Select(problem => $"<li><a href=\"/problems/{problem.Type}\"><code>{problem.Type}</code></a> ({problem.Status}) {Page.Text(problem.Title)}</li>"))}
            </ul>
            """);
    }

    private static string Whose(int status) => status < 500
        ? Language.Say("The request is at fault.", "Lỗi ở phía yêu cầu.")
        : Language.Say("The request is not at fault.", "Lỗi không ở phía yêu cầu.");

    private static ContentHttpResult Answer(HttpContext http, string title, string main)
    {
        Page.Secure(http.Response);
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        http.Response.Headers.ContentLanguage = Language.Current;
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Content(Page.Of(Language.Current, title, main), "text/html", Encoding.UTF8);
    }

    /// <summary>Names in backticks become code.</summary>
    private static string Marked(string text) => Quoted().Replace(Page.Text(text), "<code>$1</code>");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
