using Ecosystem.Campaigns;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("campaigns");
builder.AddEventSourcing("campaigns", typeof(CampaignsStore).Assembly, CampaignsStore.Describe);
builder.Services.AddValidation();

var app = builder.Build();
app.UseServiceDefaults();

var campaigns = app.MapGroup("/v1/campaigns");
campaigns.MapPost("", OpenCampaign.Handle).RequireScope("campaigns.manage").WithSummary("Opens a campaign of the official's own commune organisation.");
campaigns.MapGet("", ListCampaigns.Handle).RequireScope("campaigns.read").WithSummary("Lists an organisation's campaigns, newest first.");
campaigns.MapGet("/{id}", ReadCampaign.Handle).RequireScope("campaigns.read").WithSummary("Shows a campaign with its teams and points, now or as of a time.");
campaigns.MapGet("/{id}/history", ReadCampaign.History).RequireScope("campaigns.read").WithSummary("Shows who did what to a campaign when.");
campaigns.MapGet("/{id}/progress", ReadProgress.Handle).RequireScope("campaigns.read").WithSummary("Shows what a campaign has reached beside its targets, and its day.");
campaigns.MapPost("/{id}/teams", FormTeam.Handle).RequireScope("campaigns.manage").WithSummary("Forms the community digital team of a residential group.");
campaigns.MapPost("/{id}/points", OpenPoint.Handle).RequireScope("campaigns.manage").WithSummary("Opens a mobile digital-literacy point.");
campaigns.MapPost("/{id}/launch", LaunchCampaign.Handle).RequireScope("campaigns.manage").WithSummary("Launches a campaign: residents can enroll, teams go out.");

campaigns.MapGet("/{id}/places", ReadPlaces.Handle).RequireScope("campaigns.enroll").WithSummary("Shows a resident the points and teams of a launched campaign.");
campaigns.MapPost("/{id}/enrollments", Enroll.Handle).RequireScope("campaigns.enroll").WithSummary("Enrolls the resident for help at a point or, by a team, at home.");
campaigns.MapGet("/{id}/enrollments", ListEnrollments.Handle).RequireScope("campaigns.read").WithSummary("Lists a campaign's enrollments, of one place where it is named.");
campaigns.MapGet("/{id}/enrollments/{enrollment}", ReadEnrollment.Handle).RequireScope("campaigns.enroll").WithSummary("Shows the resident's own enrollment: a place or a waiting number.");
campaigns.MapPost("/{id}/enrollments/{enrollment}/cancellation", CancelEnrollment.Handle).RequireScope("campaigns.enroll").WithSummary("Cancels the resident's own enrollment; the first who waits gets the place.");

campaigns.MapPost("/{id}/visits", RecordVisit.Handle).RequireScope("campaigns.visit").WithSummary("Records a team's visit to a household.");
campaigns.MapGet("/{id}/visits/{visit}", ReadVisit.Handle).RequireScope("campaigns.read").WithSummary("Shows what a team told of a visit.");

app.Run();
