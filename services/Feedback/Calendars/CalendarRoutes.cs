using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Calendars;

/// <summary>Working time, by which deadlines are reckoned.</summary>
internal static class CalendarRoutes
{
    public static void KeepCalendars(this StoreBuilder store) =>
        store.Stream<Calendar, CalendarEvent>("calendar", _ => Calendar.Shipped, Calendar.Evolve).View<Calendar>("calendar", Calendar.Fold);

    public static void AddCalendars(this IServiceCollection services) => services.AddSingleton<BuiltCalendars>().AddScoped<CalendarBook>();

    public static void MapCalendars(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/calendars/{code}", ReadCalendar.Handle).RequireScope("feedback.read").WithSummary("Read a province's working calendar, now or as of a time");
        app.MapGet("/v1/calendars/{code}/history", ReadCalendar.History).RequireScope("feedback.read").WithSummary("Read who changed a working calendar when");
        app.MapPut("/v1/calendars/{code}/days", ChangeCalendar.Handle).RequireScope("feedback.coordinate").WithSummary("Enter days or office hours that a decision fixes");
    }
}
